/// Documents that people write: YAML with the place of everything, and all problems at once.
@NullMarked
package glasshouse.document;

import org.jspecify.annotations.NullMarked;
