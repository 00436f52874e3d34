namespace Listening.Brands;

/// <summary>A version of the registry, kept for ever.</summary>
/// <param name="Number">1, 2, …; 0 is what the configuration says and is kept nowhere else.</param>
/// <param name="At">When it was set.</param>
/// <param name="Actor">Who set it.</param>
/// <param name="Note">Why, in their words; may be empty.</param>
/// <param name="Content">What it says.</param>
/// <param name="Configuration">What the configuration said when it was set, which from then on was not used.</param>
public sealed record RegistryVersion(int Number, DateTimeOffset At, string Actor, string Note, RegistryContent Content, RegistryContent Configuration);
