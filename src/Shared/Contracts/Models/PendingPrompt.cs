namespace GeminiGen;

/// <summary>A method whose templates lie in files, or include some: all that binding them takes, without symbols.</summary>
/// <param name="Method">The method as messages call it.</param>
/// <param name="Prompt">The prompt.</param>
/// <param name="Instruction">The system instruction, or null.</param>
/// <param name="IsInstructionOwn">Whether the instruction stands on the method itself.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="Types">The types templates can reach, those of the parameters first.</param>
/// <param name="Fallback">The settings of contract and base interface, which the file's win over.</param>
/// <param name="Unserved">What is emitted where the files are at fault; its message is still to be filled in.</param>
internal sealed record PendingPrompt(
    string Method,
    TemplateSource Prompt,
    TemplateSource? Instruction,
    bool IsInstructionOwn,
    EquatableArray<PendingParameter> Parameters,
    EquatableArray<PromptTypeModel> Types,
    GenerationModel Fallback,
    UnservedMemberModel Unserved);
