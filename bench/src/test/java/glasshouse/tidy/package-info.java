/// The house rules as tests over the whole tree; they stand in `bench`, which sees every module.
@NullMarked
package glasshouse.tidy;

import org.jspecify.annotations.NullMarked;
