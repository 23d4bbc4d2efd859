/// Tests of what is around an experiment.
@NullMarked
package glasshouse.lab.experiment;

import org.jspecify.annotations.NullMarked;
