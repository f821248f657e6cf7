using System.Collections;

namespace Azure.Data.Tables;

public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object> properties;

    public TableEntity() => properties = [];

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) => properties = values is null ? [] : new(values);

    public string PartitionKey
    {
        get => GetString(EntityJson.PartitionKey);
        set => properties[EntityJson.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(EntityJson.RowKey);
        set => properties[EntityJson.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(EntityJson.Timestamp);
        set => properties[EntityJson.Timestamp] = value;
    }

    public ETag ETag
    {
        get => new(GetString(EntityJson.ETag));
        set => properties[EntityJson.ETag] = value.ToString();
    }

    public object this[string key]
    {
        get => properties.GetValueOrDefault(key);
        set => properties[key] = Coerce(properties.GetValueOrDefault(key), value);
    }

    public ICollection<string> Keys => properties.Keys;
    public int Count => properties.Count;

    ICollection<object> IDictionary<string, object>.Values => properties.Values;
    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    public string GetString(string key) => (string)Get(key, typeof(string));
    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));
    public int? GetInt32(string key) => (int?)Get(key, typeof(int));
    public long? GetInt64(string key) => (long?)Get(key, typeof(long));
    public double? GetDouble(string key) => (double?)Get(key, typeof(double));
    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)Get(key, typeof(DateTimeOffset));
    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));
    public byte[] GetBinary(string key) => (byte[])Get(key, typeof(byte[]));

    public void Add(string key, object value) => this[key] = value;
    public bool ContainsKey(string key) => properties.ContainsKey(key);
    public bool Remove(string key) => properties.Remove(key);
    public bool TryGetValue(string key, out object value) => properties.TryGetValue(key, out value);
    public void Clear() => properties.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => this[item.Key] = item.Value;

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        properties.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)properties).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() =>
        properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => properties.GetEnumerator();

    private object Get(string key, Type type)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var value = properties.GetValueOrDefault(key);
        return value is null || type.IsInstanceOfType(value)
            ? value
            : throw new InvalidOperationException($"Cannot return {type} type for a {value.GetType()} typed property.");
    }

    /// <summary>A property keeps its type; only integers widen.</summary>
    private static object Coerce(object existing, object value) => (existing, value) switch
    {
        (null, _) or (_, null) => value,
        (int, long or double) => value,
        (long, int number) => (long)number,
        (double, int number) => (double)number,
        _ when existing.GetType().IsInstanceOfType(value) => value,
        _ => throw new InvalidOperationException($"Value ({existing.GetType()}) is not convertable to ({value.GetType()})."),
    };
}
