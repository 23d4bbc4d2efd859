@NullMarked
package glasshouse.stream.person;

import org.jspecify.annotations.NullMarked;
