namespace Listening.Sources.Http;

/// <summary>An address leads where <see cref="OutgoingRules"/> do not allow.</summary>
public sealed class AddressRefusedException(string host)
    : Exception($"{host} leads into a private network. An admin can allow it: Sources:AllowedNetworks");
