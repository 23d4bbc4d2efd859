@NullMarked
package glasshouse.stream.command;

import org.jspecify.annotations.NullMarked;
