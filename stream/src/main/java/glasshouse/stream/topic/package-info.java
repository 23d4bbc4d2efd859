/// Topics: messages in, results and what was refused or set aside out.
@NullMarked
package glasshouse.stream.topic;

import org.jspecify.annotations.NullMarked;
