using Listening.Brands;

namespace Listening.Web.Registry;

/// <summary>What the configuration says of brands and time: version 0, in use as long as nobody set another on the screen.</summary>
/// <param name="Content">What it says.</param>
public sealed record ConfiguredRegistry(RegistryContent Content);
