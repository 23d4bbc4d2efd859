/// Holds W5's peer to the society of the lab.
@NullMarked
package glasshouse.bench.society;

import org.jspecify.annotations.NullMarked;
