@NullMarked
package glasshouse.data;

import org.jspecify.annotations.NullMarked;
