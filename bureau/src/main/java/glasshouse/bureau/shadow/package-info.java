/// A version that is proposed, run beside the one in force: what it would change, for whom.
@NullMarked
package glasshouse.bureau.shadow;

import org.jspecify.annotations.NullMarked;
