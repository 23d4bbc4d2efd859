/// What a history amounts to: measures by their names and formulas in the literature. They read
/// history and nothing else.
@NullMarked
package glasshouse.lab.measure;

import org.jspecify.annotations.NullMarked;
