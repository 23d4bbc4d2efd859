@NullMarked
package glasshouse.lab.compact;

import org.jspecify.annotations.NullMarked;
