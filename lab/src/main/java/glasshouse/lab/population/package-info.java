/// Who the people are: traits, groups and ties as functions of a seed, and their parameters.
@NullMarked
package glasshouse.lab.population;

import org.jspecify.annotations.NullMarked;
