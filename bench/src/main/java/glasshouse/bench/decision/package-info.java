/// W2: one decision in process, against ZEN, Drools and a method written by hand.
@NullMarked
package glasshouse.bench.decision;

import org.jspecify.annotations.NullMarked;
