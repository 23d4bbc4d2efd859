/// The lab: experiments, from closed models to a society that lives under a scheme.
@NullMarked
package glasshouse.lab;

import org.jspecify.annotations.NullMarked;
