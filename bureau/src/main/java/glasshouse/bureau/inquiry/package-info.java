/// What others asked about people, and what they were answered: logged before the answer is given.
@NullMarked
package glasshouse.bureau.inquiry;

import org.jspecify.annotations.NullMarked;
