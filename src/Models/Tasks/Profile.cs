namespace Listening.Models.Tasks;

/// <summary>Which data a model may learn from.</summary>
public enum Profile
{
    /// <summary>Only data whose licence lets the weights be shipped.</summary>
    Shipped,

    /// <summary>All data; for comparison only.</summary>
    Research,
}
