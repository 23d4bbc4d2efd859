@NullMarked
package glasshouse.lab.population;

import org.jspecify.annotations.NullMarked;
