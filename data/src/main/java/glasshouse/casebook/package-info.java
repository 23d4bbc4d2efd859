/// What detectors find in files, told so that a human can judge it.
@NullMarked
package glasshouse.casebook;

import org.jspecify.annotations.NullMarked;
