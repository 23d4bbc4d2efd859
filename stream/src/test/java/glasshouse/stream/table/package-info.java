@NullMarked
package glasshouse.stream.table;

import org.jspecify.annotations.NullMarked;
