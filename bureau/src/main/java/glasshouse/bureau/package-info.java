/// The bureau: the live scoring service. Only its package http knows a web framework.
@NullMarked
package glasshouse.bureau;

import org.jspecify.annotations.NullMarked;
