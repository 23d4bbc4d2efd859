/// What a scheme's services mean in a synthetic life, as tables from score to outcome.
@NullMarked
package glasshouse.lab.service;

import org.jspecify.annotations.NullMarked;
