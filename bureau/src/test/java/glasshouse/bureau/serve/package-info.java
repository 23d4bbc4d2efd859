@NullMarked
package glasshouse.bureau.serve;

import org.jspecify.annotations.NullMarked;
