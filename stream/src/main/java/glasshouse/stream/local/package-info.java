/// A real broker and a real cluster on one machine, each part a process of its own, for trying the
/// stream and for its drills.
@NullMarked
package glasshouse.stream.local;

import org.jspecify.annotations.NullMarked;
