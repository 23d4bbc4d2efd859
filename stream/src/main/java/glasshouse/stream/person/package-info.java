/// One person's account in the stream, from bookings to scores.
@NullMarked
package glasshouse.stream.person;

import org.jspecify.annotations.NullMarked;
