/// Texts from outside turned into exact values, or refused with a code and a reason.
@NullMarked
package glasshouse.wire.value;

import org.jspecify.annotations.NullMarked;
