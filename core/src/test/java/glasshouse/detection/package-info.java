/// Tests of detectors against planted rings.
@NullMarked
package glasshouse.detection;

import org.jspecify.annotations.NullMarked;
