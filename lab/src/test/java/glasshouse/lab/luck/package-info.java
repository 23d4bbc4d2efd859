@NullMarked
package glasshouse.lab.luck;

import org.jspecify.annotations.NullMarked;
