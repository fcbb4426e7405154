package io.replybeat.stream.pipeline;

import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.state.CheckpointableKeyedStateBackend;
import org.apache.flink.runtime.state.OperatorStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.StateBackendFactory;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackendFactory;

/**
 * Where does each operator keep its state, if most of it is too much for the heap? What Flink CEP has half found on the heap, all else
 * in RocksDB.
 *
 * <p>For every sign CEP goes through its few waiting timestamps. On the heap these are maps that are nearly empty; in RocksDB a
 * seek reads over all that was ever removed and not yet compacted, which made it the slower the longer it ran: 10,000 events/s
 * after a million. What is half found is small: of each brand the callouts of one span.
 */
public final class RocksDbExceptStories implements StateBackend {

    private static final long serialVersionUID = 1;

    /** An operator's identifier begins with the simple name of its class. */
    private static final String CEP = "CepOperator_";

    private final EmbeddedRocksDBStateBackend rocksDb;
    private final HashMapStateBackend heap = new HashMapStateBackend();

    private RocksDbExceptStories(EmbeddedRocksDBStateBackend rocksDb) {
        this.rocksDb = rocksDb;
    }

    /** Named by {@code state.backend.type}. */
    public static final class Factory implements StateBackendFactory<RocksDbExceptStories> {
        @Override
        public RocksDbExceptStories createFromConfig(ReadableConfig flink, ClassLoader loader)
                throws IllegalConfigurationException {
            return new RocksDbExceptStories(new EmbeddedRocksDBStateBackendFactory().createFromConfig(flink, loader));
        }
    }

    @Override
    public <K> CheckpointableKeyedStateBackend<K> createKeyedStateBackend(KeyedStateBackendParameters<K> parameters)
            throws Exception {
        StateBackend its = parameters.getOperatorIdentifier().startsWith(CEP) ? heap : rocksDb;
        return its.createKeyedStateBackend(parameters);
    }

    @Override
    public OperatorStateBackend createOperatorStateBackend(OperatorStateBackendParameters parameters) throws Exception {
        return rocksDb.createOperatorStateBackend(parameters);
    }

    @Override
    public boolean useManagedMemory() {
        return rocksDb.useManagedMemory();
    }

    @Override
    public boolean supportsNoClaimRestoreMode() {
        return rocksDb.supportsNoClaimRestoreMode() && heap.supportsNoClaimRestoreMode();
    }

    @Override
    public boolean supportsSavepointFormat(SavepointFormatType format) {
        return rocksDb.supportsSavepointFormat(format) && heap.supportsSavepointFormat(format);
    }
}
