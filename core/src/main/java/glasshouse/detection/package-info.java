/// Detectors of those who game ratings and points: dense blocks, reciprocity, bursts, odd sources,
/// shared attributes.
///
/// Each gives findings with evidence for a human to judge. None takes a point from anybody: what is
/// confirmed is clawed back by retracting events, exactly.
@NullMarked
package glasshouse.detection;

import org.jspecify.annotations.NullMarked;
