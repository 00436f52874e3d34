namespace Listening.Models.Living;

/// <summary>A task as it is now.</summary>
/// <param name="Shipped">The model that came with the program.</param>
/// <param name="Live">The model in use.</param>
/// <param name="State">What was trained here.</param>
/// <param name="Unfit">Why the model that should be in use is not: it was learned for another version of the program. Null when all is well.</param>
public sealed record LiveModel(ModelFile Shipped, ModelFile Live, TaskState State, string? Unfit);
