namespace Listening.Brands;

/// <summary>Something in a registry that cannot be used, in words for the person who wrote it.</summary>
/// <param name="Place">Where, as a path: <c>brands/0/handles/2</c>, <c>timeZone</c>.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Position">Where in the text that stands there, counted from 0; null when it is all of it.</param>
/// <param name="Example">How it would be right.</param>
public sealed record RegistryFault(string Place, string Reason, int? Position = null, string? Example = null);
