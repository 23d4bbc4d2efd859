package glasshouse.stream.form;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/// The type of messages that are written in a [Form].
public final class FormType<T> extends TypeInformation<T> {
    private static final long serialVersionUID = 1L;

    private final Form<T> form;

    public FormType(Form<T> form) {
        this.form = form;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<T> getTypeClass() {
        return form.type();
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new FormSerializer<>(form);
    }

    @Override
    public String toString() {
        return form.type().getSimpleName();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof FormType<?> other && other.form.getClass() == form.getClass();
    }

    @Override
    public int hashCode() {
        return form.getClass().hashCode();
    }

    @Override
    public boolean canEqual(Object object) {
        return object instanceof FormType<?>;
    }
}
