@NullMarked
package glasshouse.stream;

import org.jspecify.annotations.NullMarked;
