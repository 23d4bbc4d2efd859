/// One fold, every host: the same golden ledger through file scoring and the stream.
@NullMarked
package glasshouse.fold;

import org.jspecify.annotations.NullMarked;
