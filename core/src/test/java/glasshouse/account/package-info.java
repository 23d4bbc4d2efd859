/// Claims about `glasshouse.account`.
@NullMarked
package glasshouse.account;

import org.jspecify.annotations.NullMarked;
