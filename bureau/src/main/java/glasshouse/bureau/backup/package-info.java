/// Everything that a bureau's database holds, in one file and back.
@NullMarked
package glasshouse.bureau.backup;

import org.jspecify.annotations.NullMarked;
