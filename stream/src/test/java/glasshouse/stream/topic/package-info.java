@NullMarked
package glasshouse.stream.topic;

import org.jspecify.annotations.NullMarked;
