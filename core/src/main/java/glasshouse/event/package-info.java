/// An event: one thing that happened to one person, as the fold sees it.
@NullMarked
package glasshouse.event;

import org.jspecify.annotations.NullMarked;
