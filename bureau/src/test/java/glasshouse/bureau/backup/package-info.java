@NullMarked
package glasshouse.bureau.backup;

import org.jspecify.annotations.NullMarked;
