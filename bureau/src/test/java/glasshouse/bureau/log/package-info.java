@NullMarked
package glasshouse.bureau.log;

import org.jspecify.annotations.NullMarked;
