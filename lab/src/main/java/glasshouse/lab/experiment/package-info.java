/// What an experiment is, and what came of it.
@NullMarked
package glasshouse.lab.experiment;

import org.jspecify.annotations.NullMarked;
