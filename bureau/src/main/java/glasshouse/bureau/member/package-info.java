/// Those who enrolled: their keys, what they allow, and their accounts.
@NullMarked
package glasshouse.bureau.member;

import org.jspecify.annotations.NullMarked;
