/// Schemes as the bureau publishes them: their texts kept, so that the past can be recomputed.
@NullMarked
package glasshouse.bureau.edition;

import org.jspecify.annotations.NullMarked;
