namespace Listening.Storing;

/// <summary>What became of a batch. When it is returned, everything counted here is durable.</summary>
/// <param name="Accepted">Posts of identities not known before.</param>
/// <param name="Duplicates">Versions already stored.</param>
/// <param name="Updated">New versions of known posts.</param>
public readonly record struct StoreReceipt(long Accepted, long Duplicates, long Updated)
{
    /// <summary>Adds two receipts.</summary>
    public static StoreReceipt operator +(StoreReceipt left, StoreReceipt right) => Add(left, right);

    /// <summary>Adds two receipts.</summary>
    public static StoreReceipt Add(StoreReceipt left, StoreReceipt right) =>
        new(left.Accepted + right.Accepted, left.Duplicates + right.Duplicates, left.Updated + right.Updated);
}
