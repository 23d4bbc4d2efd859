/// Events: what happened, as sources reported it, and which of it counts.
@NullMarked
package glasshouse.event;

import org.jspecify.annotations.NullMarked;
