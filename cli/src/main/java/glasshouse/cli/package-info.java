/// The `glasshouse` command.
@NullMarked
package glasshouse.cli;

import org.jspecify.annotations.NullMarked;
