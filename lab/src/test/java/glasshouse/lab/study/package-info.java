/// Tests of the closed models.
@NullMarked
package glasshouse.lab.study;

import org.jspecify.annotations.NullMarked;
