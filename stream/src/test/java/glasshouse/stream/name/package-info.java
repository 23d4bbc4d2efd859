@NullMarked
package glasshouse.stream.name;

import org.jspecify.annotations.NullMarked;
