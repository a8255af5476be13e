/** Where the focus goes when what the button brought up is dismissed. */
export const submitButtonId = 'submit-button'
