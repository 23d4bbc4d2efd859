/// The scheme: the published constitution of a score, as written and as compiled.
@NullMarked
package glasshouse.scheme;

import org.jspecify.annotations.NullMarked;
